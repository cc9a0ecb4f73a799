package se.brygga.workflows.stage;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** What one activity answers: first what was written down, in order, then always the usual. */
public final class Script<T> {

    private final Calls calls;
    private final Queue<Supplier<T>> lines = new ConcurrentLinkedQueue<>();
    private volatile Supplier<T> usual;

    Script(Calls calls, T usual) {
        this.calls = calls;
        this.usual = () -> usual;
    }

    public Script<T> answers(T answer) {
        lines.add(() -> answer);
        return this;
    }

    /** Something happens in the world while the call is under way. */
    public Script<T> answersAfter(Runnable meanwhile, T answer) {
        lines.add(() -> {
            meanwhile.run();
            return answer;
        });
        return this;
    }

    public Script<T> fails(RuntimeException failure) {
        lines.add(thrown(failure));
        return this;
    }

    public void alwaysAnswers(T answer) {
        usual = () -> answer;
    }

    public void alwaysFails(RuntimeException failure) {
        usual = thrown(failure);
    }

    /** Without its stack: each failure in a history would carry the test's own, and each step reads the history again. */
    private Supplier<T> thrown(RuntimeException failure) {
        failure.setStackTrace(new StackTraceElement[0]);
        return () -> {
            throw failure;
        };
    }

    T play(String call) {
        calls.note(call);
        Supplier<T> line = lines.poll();
        return line == null ? usual.get() : line.get();
    }
}
