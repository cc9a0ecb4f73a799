package se.brygga.starter.cli.tenants;

import java.net.URI;
import java.util.Map;
import java.util.function.BiConsumer;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.tenants.Applied;

/** Prints what was done for a tenant or shop, and which web hooks are still to be mended. */
final class WebHooks {

    private WebHooks() {}

    /**
     * What is told.
     *
     * @param done of the place, when it is done
     * @param remedy when a shop did not take its web hooks
     */
    record Words(String done, String remedy) {}

    /** @return exit code: 0 when it is done and every shop has its web hooks */
    static int print(
            JsonOption json, Outcome<Applied> outcome, Words words, BiConsumer<String, Map<String, URI>> more) {
        boolean printed = json.print(outcome);
        return switch (outcome) {
            case Outcome.Followed<Applied>(String place, Applied applied) -> {
                if (!printed) {
                    System.out.println(place + words.done());
                    applied.done().forEach(System.out::println);
                    more.accept(place, applied.triggers());
                    applied.failed().forEach(System.err::println);
                    if (!applied.failed().isEmpty()) {
                        System.err.println(words.remedy());
                    }
                }
                yield applied.failed().isEmpty() ? 0 : 1;
            }
            case Outcome.Refused<Applied>(String place, String why) -> failed(place, why);
            case Outcome.Unknown<Applied>(String place, String why) -> failed(place, why);
        };
    }

    private static int failed(String place, String why) {
        System.err.println(place + ": " + why);
        return 1;
    }
}
