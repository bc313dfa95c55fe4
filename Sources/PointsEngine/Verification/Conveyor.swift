internal import Dispatch
internal import Synchronization

/// Does one thing to many batches, on other cores too, and gives the results in the order in which the batches came.
///
/// Whoever waits for a batch that nobody has begun does it then and there, so that no core stands idle.
final class Conveyor<Input: Sendable, Output: Sendable> {
    private let work: @Sendable (Input) -> Output
    private let queue = DispatchQueue(label: "meguri.conveyor", attributes: .concurrent)
    private var jobs: [Job] = []

    /// A batch from its coming to its going.
    private final class Job: Sendable {
        private let state: Mutex<State>
        private let isDone = DispatchSemaphore(value: 0)

        private enum State {
            case waiting(Input)
            case underWay
            case done(Output)
        }

        init(_ input: Input) {
            state = Mutex(.waiting(input))
        }

        /// Does the work unless somebody has begun it.
        func begin(_ work: (Input) -> Output) {
            let input: Input? = state.withLock { state in
                guard case .waiting(let input) = state else { return nil }
                state = .underWay
                return input
            }
            guard let input else { return }
            let output = work(input)
            state.withLock { $0 = .done(output) }
            isDone.signal()
        }

        /// Waits for the result.
        func output() -> Output {
            isDone.wait()
            return state.withLock { state in
                guard case .done(let output) = state else {
                    preconditionFailure("a batch that was signalled is done")
                }
                return output
            }
        }
    }

    init(_ work: @escaping @Sendable (Input) -> Output) {
        self.work = work
    }

    /// Batches on the way.
    var count: Int { jobs.count }

    /// Puts a batch behind the others.
    func put(_ input: Input) {
        let job = Job(input)
        jobs.append(job)
        let work = work
        queue.async { job.begin(work) }
    }

    /// The result of the foremost batch; `nil` if there is none.
    func next() -> Output? {
        guard !jobs.isEmpty else { return nil }
        let job = jobs.removeFirst()
        job.begin(work)
        return job.output()
    }
}
