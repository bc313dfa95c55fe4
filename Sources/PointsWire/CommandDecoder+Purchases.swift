internal import PointsCore
internal import PointsJSON

// MARK: - Purchases

extension CommandDecoder {
    static func sale(
        from reader: inout ParameterReader, needsOrder: Bool
    ) throws(Refusal) -> Sale {
        let member = try reader.optionalMember("member")
        let order =
            needsOrder ? try reader.text("order") : try reader.optionalText("order") ?? ""
        let basket = try basket(from: &reader)
        let redeem = try reader.optionalInteger("redeem", in: 0...Points.max.count)
        let hold = try reader.optionalPosition("hold", prefix: JournalPosition.holdPrefix)
        let keepsHold = try reader.optionalFlag("keepHold") ?? false
        guard hold != nil || !keepsHold else {
            throw reader.refusal("keepHold", "left out where no hold pays")
        }
        return Sale(
            member: member, order: order, basket: basket, redeem: redeem, hold: hold,
            keepsHold: keepsHold, paymentMethod: try reader.optionalText("paymentMethod"))
    }

    /// What is bought, or comes back without a receipt.
    static func basket(from reader: inout ParameterReader) throws(Refusal) -> Basket {
        if !reader.has("channel") {
            throw reader.refusal("channel", "the channel in which it happens")
        }
        let includeTax = try reader.flag("amountsIncludeTax")
        let lines = try reader.objects("lines", count: 1...CoreLimits.basketLinesMax) {
            line throws(Refusal) in
            BasketLine(
                name: try line.optionalText("line") ?? "", sku: try line.optionalText("sku"),
                category: try line.optionalText("category"),
                quantity: try line.integer("quantity", in: 1...CoreLimits.lineQuantityMax),
                amount: Yen(try line.integer("amount", in: 0...Yen.max.amount)),
                taxRate: try line.integer("taxRate", in: 0...CoreLimits.taxPercentMax))
        }
        try check(lines, in: reader)
        return Basket(lines: try named(lines), amountsIncludeTax: includeTax)
    }

    /// The purchase whose place a sale takes: an id, or an order in its channel.
    static func replaced(
        from reader: inout ParameterReader
    ) throws(Refusal) -> PurchaseReference {
        if reader.isObject("replaces") {
            let order = try reader.optionalObject("replaces") { reader throws(Refusal) in
                PurchaseReference.order(
                    channel: try reader.text("channel"), order: try reader.text("order"))
            }
            if let order { return order }
        }
        return .id(try reader.position("replaces", prefix: JournalPosition.purchasePrefix))
    }

    /// Bounds of the basket as a whole: within them no sum and no exact fraction overflows.
    private static func check(
        _ lines: [BasketLine], in reader: ParameterReader
    ) throws(Refusal) {
        let total = lines.reduce(Int64(0)) { $0 + $1.amount.amount }
        guard total <= Yen.max.amount else {
            throw reader.refusal("lines", "a basket of at most \(Yen.max.amount) in all")
        }
        guard Set(lines.map(\.taxRate)).count <= CoreLimits.basketTaxRatesMax else {
            throw reader.refusal(
                "lines", "a basket with at most \(CoreLimits.basketTaxRatesMax) tax rates")
        }
    }

    /// Lines without a name are called by their place, from 1; two of one name cannot be told apart later.
    private static func named(
        _ lines: [BasketLine]
    ) throws(Refusal) -> [BasketLine] {
        var names: Set<String> = []
        var named: [BasketLine] = []
        for (index, line) in lines.enumerated() {
            let name = line.name.isEmpty ? String(index + 1) : line.name
            guard names.insert(name).inserted else {
                throw .invalidParams(
                    pointer: "/lines/\(index)/line",
                    expected: "another than \"\(name)\", which is an earlier line's")
            }
            named.append(
                BasketLine(
                    name: name, sku: line.sku, category: line.category, quantity: line.quantity,
                    amount: line.amount, taxRate: line.taxRate))
        }
        return named
    }

    static func purchase(
        from reader: inout ParameterReader, channel: String?
    ) throws(Refusal) -> PurchaseReference {
        let id = try reader.optionalPosition("purchase", prefix: JournalPosition.purchasePrefix)
        let order = try reader.optionalText("order")
        switch (id, channel, order) {
        case (let id?, _, nil): return .id(id)
        case (nil, let channel?, let order?): return .order(channel: channel, order: order)
        case (nil, nil, _?):
            throw reader.refusal("channel", "the channel in which the order was made")
        case (_?, _, _?):
            throw reader.refusal("order", "left out where the purchase is named by its id")
        default:
            throw reader.refusal("purchase", "a purchase's id, or else channel and order")
        }
    }
}
