internal import PointsCore
internal import PointsJSON

// MARK: - Answers to commands about who is a member

extension ReplyEncoder {
    func writeMembership(_ receipt: Receipt, to writer: inout JSONWriter) {
        let entry = receipt.entry
        switch entry.event {
        case .joined where entry.cause.command == "member.rejoin":
            writeRejoin(receipt, restored: 0, to: &writer)
        case .joined, .registered: write(entry.event.awards, named: "granted", to: &writer)
        case .rejoined(let rejoined):
            writeRejoin(receipt, restored: rejoined.restored, to: &writer)
        case .absorbed(let absorbed):
            writer.member("merged", absorbed.member.description)
            writeMoved(by: entry, 1, to: &writer)
        case .released(let parted):
            writer.member("unmerged", parted.other.description)
            writeMoved(by: entry, -1, to: &writer)
        case .withdrawn(let withdrawn):
            writer.member("forfeited", withdrawn.forfeited)
            writer.member("cancelledPending", withdrawn.cancelledPending)
            writer.member("releasedHolds", withdrawn.releasedHolds)
            writer.member("debt", entry.after.debt)
        case .profileChanged(let fields): write(changed: fields, to: &writer)
        case .erased(let erased):
            writer.member("erased", true)
            writer.member("forgotten", erased.isForgotten)
        default: break
        }
    }

    private func writeRejoin(
        _ receipt: Receipt, restored: Int64, to writer: inout JSONWriter
    ) {
        writer.member("recognised", receipt.isRecognised)
        writer.member("restored", restored)
        writer.member("bonusGranted", receipt.entry.event.awards.contains { $0.points > 0 })
        writer.member("debt", receipt.entry.after.debt)
        write(receipt.questions ?? [], to: &writer)
    }
}
