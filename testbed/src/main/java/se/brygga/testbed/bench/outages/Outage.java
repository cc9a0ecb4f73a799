package se.brygga.testbed.bench.outages;

import java.io.IOException;
import java.time.Duration;

/** What strikes the installation while orders are placed. */
enum Outage {
    NONE("nothing") {
        @Override
        String strike(Installation installation) {
            return "";
        }
    },
    WORKER_ENDED("a worker is asked to end (SIGTERM), and replaced") {
        @Override
        String strike(Installation installation) throws IOException, InterruptedException {
            installation.replaceWorker();
            return "";
        }
    },
    WORKER_KILLED("a worker is killed (kill -9), and replaced") {
        @Override
        String strike(Installation installation) throws IOException, InterruptedException {
            installation.killWorker();
            return "";
        }
    },
    STARTER_KILLED("the starter with the web hooks is killed, and replaced") {
        @Override
        String strike(Installation installation) throws IOException, InterruptedException {
            installation.killStarter();
            return "";
        }
    },
    POSTGRES_AWAY("PostgreSQL is stopped for 12 s") {
        @Override
        String strike(Installation installation) throws IOException, InterruptedException {
            installation.stopPostgres(Duration.ofSeconds(12));
            return "";
        }
    },
    TEMPORAL_AWAY("Temporal is stopped for 60 s") {
        @Override
        String strike(Installation installation) throws InterruptedException {
            installation.stopTemporal(Duration.ofSeconds(60));
            return "";
        }
    },
    TEMPORAL_LOST("Temporal loses its data, the workers run on") {
        @Override
        String strike(Installation installation) throws IOException {
            installation.loseTemporal();
            return "";
        }
    },
    WRONG_KEY("a worker with another key is started beside") {
        @Override
        String strike(Installation installation) throws IOException, InterruptedException {
            return "it ended with " + installation.startWorkerWithAnotherKey();
        }
    },
    FIFTH_PROCESS("a third worker is started, and a command run") {
        @Override
        String strike(Installation installation) throws IOException, InterruptedException {
            installation.startAFifthProcess();
            installation.command("orders", "list");
            return installation.connections() + " connections";
        }
    };

    private final String text;

    Outage(String text) {
        this.text = text;
    }

    /**
     * Blocks until what struck is over.
     *
     * @return what is worth telling of it
     */
    abstract String strike(Installation installation) throws IOException, InterruptedException;

    @Override
    public String toString() {
        return text;
    }
}
