internal import PointsCore

/// What the accounts of members come to.
struct WalletTotals: Hashable {
    private var sums: [Account: Int128] = [:]

    /// Adds what a wallet holds.
    mutating func add(_ wallet: Wallet) {
        add(wallet.available, on: .available)
        add(wallet.pending, on: .pending)
        add(wallet.held, on: .held)
        add(wallet.debt, on: .debt)
    }

    /// Adds points on an account.
    mutating func add(_ points: Int64, on account: Account) {
        guard points != 0, account.isMembers else { return }
        let sum = sums[account, default: 0] + Int128(points)
        sums[account] = sum == 0 ? nil : sum
    }

    /// Adds what other wallets come to.
    mutating func add(_ other: WalletTotals) {
        for (account, sum) in other.sums {
            let all = sums[account, default: 0] + sum
            sums[account] = all == 0 ? nil : all
        }
    }
}
