package se.brygga.activities.products.specter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Timeout;

/** Whatever a refused call has stored (O22), in the end exactly the bad articles wait. */
class HalvingPropertiesTest {

    @Property(tries = 40)
    @Timeout(120)
    void exactlyTheBadArticlesWait(
            @ForAll PaperSpecter.Partial partial,
            @ForAll @IntRange(min = 1, max = 130) int number,
            @ForAll @Size(max = 8) Set<@IntRange(min = 1, max = 130) Integer> bad,
            @ForAll @IntRange(max = 4) int lost) {
        ProductScene scene = new ProductScene();
        scene.specter.partial = partial;
        IntStream.rangeClosed(1, number).forEach(i -> scene.shop.put(i, "Produkt " + i, "SKU-" + i));
        bad.forEach(i -> scene.specter.bad.add("SKU-" + i));
        Set<String> waiting = bad.stream()
                .filter(i -> i <= number)
                .map(i -> "SKU-" + i + " PRODUCT_REFUSED")
                .collect(Collectors.toCollection(TreeSet::new));
        scene.specter.lostAnswers = lost;

        for (int i = 0; i <= lost; i++) {
            try {
                scene.look();
            } catch (se.brygga.clients.remote.RemoteFailure answerLost) {
                // The engine looks again.
            }
        }

        assertThat(List.copyOf(new TreeSet<>(scene.waiting()))).isEqualTo(List.copyOf(waiting));
        assertThat(scene.products.pending(ProductScene.SHOP, 1)).isEmpty();
        assertThat(scene.specter.articles).hasSize(number - waiting.size());
    }
}
