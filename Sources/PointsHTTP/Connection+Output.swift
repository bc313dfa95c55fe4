// MARK: - Answers

extension Connection {
    /// Writes the answers to the oldest requests taken, in their order (RFC 9112, 9.3.2).
    ///
    /// An answer that comes later holds back those behind it.
    package mutating func answer(_ answers: some Collection<HTTPAnswer>, at now: Moment) {
        let first = unanswered.firstIndex { $0.answer == nil } ?? unanswered.count
        precondition(answers.count <= unanswered.count - first, "an answer without a request")
        for (position, answer) in zip(first..., answers) {
            unanswered[position].answer = answer
            if case .later = answer { answersToCome += 1 }
        }
        writeAnswers(at: now)
    }

    /// Writes the answer that was to come later under a ticket, and those that it held back.
    package mutating func answer(
        _ ticket: HTTPTicket, with response: HTTPResponse, at now: Moment
    ) {
        let place = unanswered.firstIndex { exchange in
            if case .later(ticket)? = exchange.answer { true } else { false }
        }
        guard stage == .open, let place else { return }
        unanswered[place].answer = .response(response)
        answersToCome -= 1
        // The client was not waited for meanwhile.
        phaseStart = now.milliseconds
        writeAnswers(at: now)
    }

    private mutating func writeAnswers(at now: Moment) {
        var count = 0
        while count < unanswered.count, case .response(let response)? = unanswered[count].answer {
            let exchange = unanswered[count]
            count += 1
            let isLast = exchange.isLast || (isDraining && count == unanswered.count)
            response.append(
                to: &output, date: now.date, isHead: exchange.isHead,
                persistence: isLast ? .close : exchange.isVersionOne ? .keepAlive : .implied)
            if isLast { stage = .flushing }
        }
        unanswered.removeFirst(count)
        settle(at: now)
    }

    /// Takes it that the client took that many bytes of the output.
    package mutating func wrote(_ count: Int, at now: Moment) {
        precondition(count <= pendingBytes, "more was written than there was")
        let wasBehind = isBehind
        outputStart += count
        if pendingBytes == 0 {
            output.removeAll(keepingCapacity: output.capacity <= 2 * limits.aheadBytesMax)
            outputStart = 0
            writeDeadline = nil
            // The client has its answer only now: before, it was not idle.
            if phase == .idle { phaseStart = now.milliseconds }
        } else if outputStart >= writeMark {
            output.removeSubrange(..<outputStart)
            outputStart = 0
            setWriteDeadline(at: now)
        }
        // While it was not read it could not go on.
        if wasBehind && !isBehind { phaseStart = now.milliseconds }
        if stage == .flushing && pendingBytes == 0 && inputEnded { stage = .closed }
    }

    /// Takes it that our half of the connection was closed.
    package mutating func halfClosed(at now: Moment) {
        precondition(wantsHalfClose, "bytes wait to be written")
        stage = .lingering
        lingerDeadline = now.milliseconds + limits.lingerMillisecondsMax
    }

    /// Takes it that the socket is of no more use.
    package mutating func abort() { stage = .closed }
}

// MARK: - Time and the end

extension Connection {
    /// Does what is due at a time: a late request is answered 408 (RFC 9110, 15.5.9), an idle
    /// connection is closed, and one whose client does not read is let go.
    package mutating func tick(at now: Moment) {
        guard let deadline = deadlineMilliseconds, deadline <= now.milliseconds else { return }
        let isWriteLate = writeDeadline.map { $0 <= now.milliseconds } ?? false
        if stage == .lingering || isWriteLate {
            stage = .closed
        } else if phase == .idle {
            stage = .flushing
        } else {
            refusal = .requestTimedOut
            settle(at: now)
        }
    }

    /// Closes after the requests that have begun to arrive.
    package mutating func drain(at now: Moment) {
        isDraining = true
        settle(at: now)
    }

    /// Answers a refusal and takes nothing more.
    package mutating func refuse(_ error: HTTPError, at now: Moment) {
        refusal = error
        settle(at: now)
    }

    /// What follows once every request taken was answered.
    mutating func settle(at now: Moment) {
        if stage == .open && unanswered.isEmpty {
            if let refusal {
                writeRefusal(refusal, at: now)
            } else if owesContinue {
                owesContinue = false
                output.append(contentsOf: "HTTP/1.1 100 Continue\r\n\r\n".utf8)
            }
            let isIdle = parser.phase == .idle && isDraining
            if (inputEnded && !hasUntakenInput) || isIdle { stage = .flushing }
        }
        if pendingBytes > 0 && writeDeadline == nil { setWriteDeadline(at: now) }
        if stage == .flushing && pendingBytes == 0 && inputEnded { stage = .closed }
    }

    private mutating func writeRefusal(_ error: HTTPError, at now: Moment) {
        var response = problem(error)
        for required in error.requiredFields(limits: limits) {
            let isThere = response.fields.contains {
                $0.name.lowercased() == required.name.lowercased()
            }
            if !isThere { response.fields.append(required) }
        }
        response.append(to: &output, date: now.date, isHead: false, persistence: .close)
        parser.finish()
        stage = .flushing
    }

    /// A client that reads on gets the time anew only when all that waited at its start is gone,
    /// so trickling reads do not hold a connection.
    private mutating func setWriteDeadline(at now: Moment) {
        writeDeadline = now.milliseconds + limits.writeMillisecondsMax
        writeMark = output.count
    }
}
