internal import PointsCore
internal import PointsStore

/// The sets of rules that were ever active, read once each from what the database keeps.
final class RulesShelf {
    private let store: LedgerStore
    private let read: ([UInt8]) throws(Refusal) -> Ruleset
    private var known: [[UInt8]: Ruleset] = [:]
    private var books: [[UInt8]: IdentityBook] = [:]

    init(store: LedgerStore, read: @escaping ([UInt8]) throws(Refusal) -> Ruleset) {
        self.store = store
        self.read = read
    }

    /// Puts a set of rules on the shelf.
    func put(_ ruleset: Ruleset) {
        known[ruleset.hash] = ruleset
    }

    /// The rules with that hash.
    func ruleset(_ hash: [UInt8]) throws(Refusal) -> Ruleset {
        if let ruleset = known[hash] { return ruleset }
        let content: [UInt8]?
        do throws(StoreError) {
            content = try store.rules(hash: hash)
        } catch {
            throw .storageFailure(error.brief)
        }
        guard let content else {
            throw .internalFault("the rules of an entry are not in the database")
        }
        let ruleset = try read(content)
        known[hash] = ruleset
        return ruleset
    }

    /// The rules with that hash, which must be there and sound.
    func kept(_ hash: [UInt8]) throws(StoreError) -> Ruleset {
        do throws(Refusal) {
            return try ruleset(hash)
        } catch {
            throw .damaged(table: "rulesets", problem: error.message)
        }
    }

    /// The identities' forms under a set of rules.
    func identityBook(for ruleset: Ruleset) -> IdentityBook {
        if let book = books[ruleset.hash] { return book }
        let book = IdentityBook(ruleset.program)
        books[ruleset.hash] = book
        return book
    }
}
