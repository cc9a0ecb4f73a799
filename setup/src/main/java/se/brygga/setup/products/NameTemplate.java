package se.brygga.setup.products;

import java.util.regex.Pattern;
import se.brygga.clients.specter.order.SpecterLimits;

/**
 * How an article's name is made: {@code {product} - {values}}. An only variant has no values. Its article has the
 * product's name alone.
 */
public record NameTemplate(String template) {

    private static final String PRODUCT = "{product}";
    private static final String VALUES = "{values}";

    /** Text with the two words in braces, and no other braces. */
    private static final Pattern FORM = Pattern.compile("[^{}]*\\{product}[^{}]*\\{values}[^{}]*");

    /** Whether a text can be a template. */
    public static boolean isTemplate(String text) {
        return FORM.matcher(text).matches();
    }

    /** The name of a variant's article. Of a name that is too long, the product's part is cut, so that variants differ. */
    String articleName(InShop in) {
        String product = in.productName();
        String values = in.distinction();
        String name = filled(product, values);
        while (!fits(name) && product.length() > 1) {
            product = product.substring(0, product.offsetByCodePoints(product.length(), -1))
                    .strip();
            name = filled(product, values);
        }
        return SpecterLimits.articleName(name);
    }

    /** Whether the name of this variant's article is cut. */
    public boolean cuts(InShop in) {
        return !fits(filled(in.productName(), in.distinction()));
    }

    private String filled(String product, String values) {
        if (product.isEmpty() || values.isEmpty()) {
            return product;
        }
        return Values.text(template.replace(PRODUCT, product).replace(VALUES, values));
    }

    private static boolean fits(String name) {
        return SpecterLimits.articleName(name).equals(name);
    }
}
