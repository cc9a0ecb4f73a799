package se.brygga.testbed.privacy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * The file in which {@code logback-test.xml} keeps every line from INFO on, and Brygga's own from DEBUG on, whatever level the
 * apps are started with: with fields, the thread, and the messages of all causes. Child processes write into it too.
 */
public final class KeptLog {

    /** The system property with its path, for child processes that run in another folder. */
    static final String PROPERTY = "kept.log";

    private static long read = -1;

    private KeptLog() {}

    /** Where it lies. */
    public static Path file() {
        return Path.of(System.getProperty(PROPERTY, "target/kept.log")).toAbsolutePath();
    }

    /** What a child process's command line needs, so that its log is kept here. */
    public static String option() {
        return "-D" + PROPERTY + "=" + file();
    }

    /** What earlier runs of the tests have left is of no interest. */
    static synchronized void begin() {
        if (read < 0) {
            read = size();
        }
    }

    private static long size() {
        try {
            return Files.exists(file()) ? Files.size(file()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was logged since the last call. */
    static synchronized String news() {
        begin();
        try (RandomAccessFile log = new RandomAccessFile(file().toFile(), "r")) {
            byte[] news = new byte[Math.toIntExact(log.length() - read)];
            log.seek(read);
            log.readFully(news);
            read += news.length;
            return new String(news, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("no log was kept, so nobody can say what stands in it", e);
        }
    }

    /** Lets every line from its level on through to the appenders. */
    public static final class Everything extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] params,
                @Nullable Throwable thrown) {
            Level from = logger.getName().startsWith("se.brygga") ? Level.DEBUG : Level.INFO;
            return level.isGreaterOrEqual(from) ? FilterReply.ACCEPT : FilterReply.NEUTRAL;
        }
    }

    /** Lets through what the logger's own level does. */
    public static final class AsConfigured extends Filter<ILoggingEvent> {

        @Override
        public FilterReply decide(ILoggingEvent event) {
            Logger logger = ((LoggerContext) getContext()).getLogger(event.getLoggerName());
            return event.getLevel().isGreaterOrEqual(logger.getEffectiveLevel())
                    ? FilterReply.NEUTRAL
                    : FilterReply.DENY;
        }
    }
}
