extension Entry {
    /// What the entry adds to the figures of the member.
    package var valueChange: ValueChange? {
        switch event {
        case .purchaseRecorded(let recorded):
            ValueChange(
                channel: cause.channel ?? "", day: recorded.soldOn,
                figures: ValueFigures(of: recorded.summary))
        case .purchaseReturned(let returned): returned.valueChange
        case .unreceiptedReturned(let returned):
            // Nobody knows of which purchase it is a part, so none is taken off.
            ValueChange(
                channel: cause.channel ?? "", day: returned.day,
                figures: -ValueFigures(
                    spend: returned.refund.amount, paid: returned.refund.amount))
        default: nil
        }
    }
}
