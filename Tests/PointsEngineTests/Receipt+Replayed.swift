import PointsCore

extension Receipt {
    /// The same receipt as the answer to a repeated key.
    var replayed: Receipt {
        var replayed = Receipt(
            entry: entry, isReplay: true, isPreview: isPreview, member: member,
            isRecognised: isRecognised, purchase: purchase, replaced: replaced, hold: hold,
            changes: changes)
        replayed.questions = questions
        return replayed
    }
}
