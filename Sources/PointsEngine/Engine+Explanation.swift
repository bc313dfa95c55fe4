package import PointsCore
internal import PointsStore

// MARK: - Why a purchase earned what it did

extension Engine {
    /// Explains a purchase of a database, which another process may be writing to.
    ///
    /// - Returns: What is to be said, or ``Refusal/purchaseUnknown(_:)``.
    package static func explain(
        path: String, _ reference: PurchaseReference, in language: Language,
        readRules: @escaping ([UInt8]) throws(Refusal) -> Ruleset
    ) throws(EngineError) -> Result<(purchase: Purchase, explanation: Explanation), Refusal> {
        var outcome: Result<(purchase: Purchase, explanation: Explanation), Refusal>?
        var failure: EngineError?
        do throws(StoreError) {
            let store = try LedgerStore(reading: path)
            try store.reading { () throws(StoreError) in
                do throws(EngineError) {
                    let projections = try Projections(store: store)
                    let shelf = RulesShelf(store: store, read: readRules)
                    outcome = try explain(reference, in: language, from: projections, shelf)
                } catch {
                    failure = error
                }
            }
        } catch {
            throw .store(error)
        }
        if let failure { throw failure }
        return outcome ?? .failure(.purchaseUnknown(reference.description))
    }

    private static func explain(
        _ reference: PurchaseReference, in language: Language, from projections: Projections,
        _ shelf: RulesShelf
    ) throws(EngineError) -> Result<(purchase: Purchase, explanation: Explanation), Refusal>? {
        let purchase: Purchase?
        do throws(StoreError) {
            purchase = try projections.purchase(reference)
        } catch {
            throw .store(error)
        }
        guard let purchase,
            let activation = projections.program.activation(by: purchase.ruleset)
        else { return nil }
        do throws(Refusal) {
            let rules = try shelf.ruleset(activation.hash)
            return .success((purchase, purchase.explanation(under: rules, in: language)))
        } catch {
            return .failure(error)
        }
    }
}
