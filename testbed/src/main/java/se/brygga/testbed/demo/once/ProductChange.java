package se.brygga.testbed.demo.once;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A product that was changed in a shop: Specter's article follows. */
final class ProductChange implements Change {

    private final String thing;
    private final String done;
    private final Supplier<String> article;
    private final Predicate<String> right;
    private final long begun = System.nanoTime();
    private long over;

    /**
     * Begins when the change is made.
     *
     * @param article what Specter has now; empty when there is no such article
     */
    ProductChange(String thing, String done, Supplier<String> article, Predicate<String> right) {
        this.thing = thing;
        this.done = done;
        this.article = article;
        this.right = right;
    }

    @Override
    public String thing() {
        return thing;
    }

    @Override
    public String done() {
        return done;
    }

    @Override
    public @Nullable String complaint() {
        return right.test(article.get()) ? null : "Specter has \"" + article.get() + "\"";
    }

    @Override
    public boolean isOver() {
        if (over == 0 && complaint() == null) {
            over = System.nanoTime();
        }
        return over != 0;
    }

    @Override
    public String shown() {
        return article.get();
    }

    @Override
    public String milliseconds() {
        return over == 0 ? "-" : Long.toString(Duration.ofNanos(over - begun).toMillis());
    }
}
