package se.brygga.cli.terminal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.Cause;

/** The commands that cure a cause. The texts of the causes name no commands, because pages show these texts too. */
public final class Cures {

    private Cures() {}

    /** The command as it can be pasted. The parts to fill in are … between quotes. */
    public static Optional<String> of(Cause cause, String tenant, @Nullable String shop) {
        String place = shop == null ? tenant : tenant + "/" + shop;
        return switch (cause) {
            case ARTICLE_MADE_BY_ORDER, ARTICLE_SPELLED_TWICE ->
                Optional.of("./brygga stock accept " + tenant + " \"…\"");
            case WEB_HOOKS_WITHOUT_ORDER -> Optional.of("./brygga tenant rotate-secrets " + tenant);
            case SETUP_UNREADABLE -> Optional.of("./brygga tenant apply \"…\"");
            case SHOP_SUSPENDED -> Optional.of("./brygga tenant resume " + place + " --reason \"…\"");
            case PRICES_WAIT_FOR_APPROVAL -> Optional.of("./brygga prices waiting " + tenant);
            default -> Optional.empty();
        };
    }
}
