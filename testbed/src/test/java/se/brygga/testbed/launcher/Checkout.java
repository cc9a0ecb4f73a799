package se.brygga.testbed.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.brygga.testbed.kit.Project;

/** A checkout with the real launcher; its Maven makes jars that hold a number, and its Java prints its jar and waits for a line. */
record Checkout(Path folder) {

    private static final String JAVA = """
            #!/bin/sh
            echo "$@" >> "$CHECKOUT/starts.log"
            for word; do
              case "$word" in -XX:AOTCacheOutput=*) : > "${word#*=}"; exit ;; esac
            done
            while [ "$1" != -jar ]; do shift; done
            echo "$2 $(cat "$2") $3"
            if [ "$3" = worker-stays ]; then read line; echo "$2 $(cat "$2") ended"; fi
            """;

    private static final String MVN = """
            #!/bin/sh
            cd "$CHECKOUT" && echo built >> builds.log
            if [ -e makes-none ]; then exit; fi
            for module in testbed worker starter cli; do
              mkdir -p $module/target && wc -l < builds.log > $module/target/brygga-$module-1-exec.jar
            done
            """;

    static Checkout in(Path folder) throws IOException {
        Checkout checkout = new Checkout(folder);
        for (String module : List.of("testbed", "worker", "starter", "cli")) {
            checkout.write(module + "/src/main/Source.java", "");
            checkout.write(module + "/pom.xml", "");
        }
        checkout.write("pom.xml", "");
        checkout.program("tools/mvn", MVN);
        checkout.program("jdk/bin/java", JAVA);
        checkout.program("jdk/bin/javac", "#!/bin/sh\n");
        checkout.write("jdk/release", "JAVA_VERSION=\"25\"\n");
        checkout.age();
        Files.copy(Project.root().resolve("brygga"), folder.resolve("brygga"), StandardCopyOption.COPY_ATTRIBUTES);
        return checkout;
    }

    /** All is older than a build that is made now. */
    private void age() throws IOException {
        FileTime before = FileTime.from(Instant.now().minusSeconds(60));
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, before);
            }
        }
    }

    void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void program(String file, String script) throws IOException {
        write(file, script);
        Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString("rwx------"));
    }

    /** A source is newer than every build so far. */
    void changeSource() throws IOException {
        Files.setLastModifiedTime(
                folder.resolve("worker/src/main/Source.java"),
                FileTime.from(Instant.now().plusSeconds(1)));
    }

    int buildsMade() throws IOException {
        Path log = folder.resolve("builds.log");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    /** The arguments of each start of Java. */
    List<String> startsOfJava() throws IOException {
        return Files.readAllLines(folder.resolve("starts.log"));
    }

    List<Path> buildsKept() throws IOException {
        try (Stream<Path> kept = Files.list(folder.resolve(".brygga/builds"))) {
            return kept.toList();
        }
    }

    /** Starts the launcher in this folder. */
    Process start(String... arguments) {
        return start(folder, arguments);
    }

    /** Starts the launcher that lies in another folder, with this checkout's Java and Maven. */
    Process start(Path where, String... arguments) {
        List<String> command = new ArrayList<>(List.of(where.resolve("brygga").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("BRYGGA_"));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("CHECKOUT", folder.toString());
        builder.environment().merge("PATH", folder.resolve("tools").toString(), (old, ours) -> ours + ":" + old);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the launcher to its end and returns what it printed, with its exit code in the last line. */
    String run(String... arguments) throws Exception {
        return saidBy(start(arguments));
    }

    static String saidBy(Process process) throws Exception {
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return said + "exit " + process.waitFor();
    }
}
