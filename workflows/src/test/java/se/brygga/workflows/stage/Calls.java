package se.brygga.workflows.stage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every call of an activity, in order; repeats included. */
public final class Calls {

    private final List<String> made = new CopyOnWriteArrayList<>();

    void note(String call) {
        made.add(call);
    }

    public List<String> made() {
        return List.copyOf(made);
    }

    public long countOf(String call) {
        return made.stream().filter(call::equals).count();
    }
}
