import PointsCore
import PointsJSON
import Testing

@testable import PointsWire

/// Every parameter of every method, dropped, mangled and misspelt one at a time.
struct ParameterTests {
    @Test
    func `the table has every method`() {
        #expect(Set(RequestForm.all.map(\.method)) == Set(Method.allCases))
    }

    @Test(arguments: RequestForm.all)
    func `accepts all parameters together`(_ form: RequestForm) throws {
        let command = try CommandDecoder.command(
            method: form.method.rawValue, params: Parameter.object(of: form.parameters))
        #expect(command.envelope.method == form.method.rawValue)
        #expect(command.action.isChange == RequestForm.changes.contains(form.method))
    }

    @Test(arguments: RequestForm.all)
    func `accepts the required parameters alone`(_ form: RequestForm) throws {
        let required = form.parameters.filter { $0.complaintIfMissing != nil }
        let command = try CommandDecoder.command(
            method: form.method.rawValue, params: Parameter.object(of: required))
        #expect(command.envelope.occurredAt == nil)
        #expect(command.envelope.store == nil)
    }

    @Test(arguments: RequestForm.all)
    func `null is as if a parameter was left out`(_ form: RequestForm) throws {
        let required = form.parameters.filter { $0.complaintIfMissing != nil }
        var params = Parameter.object(of: required)
        let without = try CommandDecoder.command(method: form.method.rawValue, params: params)
        for parameter in form.parameters where parameter.complaintIfMissing == nil {
            params[parameter.name] = .null
        }
        let with = try CommandDecoder.command(method: form.method.rawValue, params: params)
        #expect(with.action == without.action)
        for mistake in Parameter.nulls(in: form.parameters) {
            expectRefusal(of: mistake, by: form)
        }
    }

    @Test(arguments: RequestForm.all)
    func `names the parameter that is wrong and what it should be`(_ form: RequestForm) {
        let mistakes = Parameter.mistakes(in: form.parameters)
        #expect(mistakes.count > form.parameters.count)
        for mistake in mistakes { expectRefusal(of: mistake, by: form) }
    }

    private func expectRefusal(of mistake: Parameter.Mistake, by form: RequestForm) {
        #expect(
            throws: Refusal.invalidParams(pointer: mistake.pointer, expected: mistake.expected)
        ) {
            try CommandDecoder.command(method: form.method.rawValue, params: mistake.params)
        }
    }

    @Test(arguments: ["", "points.steal", "Points.Grant", "points.grant ", "points.open"])
    func `knows no other method`(_ name: String) {
        #expect(throws: Refusal.unknownMethod(name)) {
            try CommandDecoder.command(method: name, params: ["anything": 1])
        }
    }
}
