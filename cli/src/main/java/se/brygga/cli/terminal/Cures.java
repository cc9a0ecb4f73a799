package se.brygga.cli.terminal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.Cause;

/** The commands that do what a cause's text says. The texts themselves name none: they stand on pages too. */
public final class Cures {

    private Cures() {}

    /** As it can be pasted: what is to be filled in stands as … between quotes. */
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
