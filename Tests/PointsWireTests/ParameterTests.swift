import PointsCore
import PointsJSON
import Testing

@testable import PointsWire

/// Every parameter of every method, dropped, mangled and misspelt one at a time.
struct ParameterTests {
    @Test
    func `the table has every method`() {
        #expect(Set(RequestForm.all.map(\.method)) == Set(PointsWire.Method.allCases))
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
    func `takes null for a parameter that is left out`(_ form: RequestForm) throws {
        let required = form.parameters.filter { $0.complaintIfMissing != nil }
        var params = Parameter.object(of: required)
        let without = try CommandDecoder.command(method: form.method.rawValue, params: params)
        for parameter in form.parameters where parameter.complaintIfMissing == nil {
            params[parameter.name] = .null
        }
        let with = try CommandDecoder.command(method: form.method.rawValue, params: params)
        #expect(with.action == without.action)
    }

    @Test(arguments: RequestForm.all)
    func `names the parameter that is wrong and what it should be`(_ form: RequestForm) {
        let mistakes = Parameter.mistakes(in: form.parameters)
        #expect(mistakes.count > form.parameters.count)
        for mistake in mistakes {
            #expect(
                throws: Refusal.invalidParams(
                    pointer: mistake.pointer, expected: mistake.expected)
            ) {
                try CommandDecoder.command(method: form.method.rawValue, params: mistake.params)
            }
        }
    }

    @Test(arguments: ["", "points.steal", "Points.Grant", "points.grant ", "points.import"])
    func `knows no other method`(_ name: String) {
        #expect(throws: Refusal.unknownMethod(name)) {
            try CommandDecoder.command(method: name, params: ["anything": 1])
        }
    }
}
