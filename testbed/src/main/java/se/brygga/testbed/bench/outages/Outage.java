package se.brygga.testbed.bench.outages;

import java.io.IOException;
import java.time.Duration;

/** What strikes the installation while orders are placed. */
enum Outage {
    NONE("nothing", quietly(_ -> {})),
    WORKER_ENDED("a worker is asked to end (SIGTERM), and replaced", quietly(Installation::replaceWorker)),
    WORKER_KILLED("a worker is killed (kill -9), and replaced", quietly(Installation::killWorker)),
    STARTER_KILLED("the starter with the web hooks is killed, and replaced", quietly(Installation::killStarter)),
    POSTGRES_AWAY(
            "PostgreSQL is stopped for 12 s",
            quietly(installation -> installation.stopPostgres(Duration.ofSeconds(12)))),
    TEMPORAL_AWAY(
            "Temporal is stopped for 60 s", quietly(installation -> installation.stopTemporal(Duration.ofSeconds(60)))),
    TEMPORAL_LOST("Temporal loses its data, the workers run on", quietly(Installation::loseTemporal)),
    WRONG_KEY(
            "a worker with another key is started beside",
            installation -> "it ended with " + installation.startWorkerWithAnotherKey()),
    FIFTH_PROCESS("a third worker is started, and a command run", installation -> {
        installation.startAFifthProcess();
        installation.command("orders", "list");
        return installation.connections() + " connections";
    });

    private interface Strike {
        String at(Installation installation) throws IOException, InterruptedException;
    }

    private interface QuietStrike {
        void at(Installation installation) throws IOException, InterruptedException;
    }

    private final String text;
    private final Strike strike;

    Outage(String text, Strike strike) {
        this.text = text;
        this.strike = strike;
    }

    private static Strike quietly(QuietStrike strike) {
        return installation -> {
            strike.at(installation);
            return "";
        };
    }

    /**
     * Blocks until what struck is over.
     *
     * @return what is worth telling of it; empty when nothing is
     */
    String strike(Installation installation) throws IOException, InterruptedException {
        return strike.at(installation);
    }

    @Override
    public String toString() {
        return text;
    }
}
