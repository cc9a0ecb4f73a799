package se.brygga.setup.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import se.brygga.setup.Objection;

/** The lines of a tenant's keys in the file that the set-up was read from. */
public final class KeyLines {

    private final Node document;

    /** @param document the tenant's document */
    public KeyLines(Node document) {
        this.document = document;
    }

    /** The line of an objection, from 1. If the file does not have the key, the line of the nearest key above it. */
    public int of(Objection objection) {
        Place place = new Place(document, line(document));
        if (!objection.shop().isEmpty()) {
            place = shop(objection.shop()).orElse(place);
        }
        for (String key : objection.at()) {
            Optional<Place> next = at(place.node(), key);
            if (next.isEmpty()) {
                return place.line();
            }
            place = next.get();
        }
        return place.line();
    }

    private record Place(Node node, int line) {}

    private Optional<Place> shop(String name) {
        return at(document, "shops")
                .filter(shops -> shops.node() instanceof SequenceNode)
                .flatMap(shops -> ((SequenceNode) shops.node())
                        .getValue().stream()
                                .filter(shop -> at(shop, "shop")
                                        .filter(key -> name.equals(text(key.node())))
                                        .isPresent())
                                .findFirst())
                .map(shop -> new Place(shop, line(shop)));
    }

    private static Optional<Place> at(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> key.equalsIgnoreCase(text(tuple.getKeyNode())))
                        .findFirst()
                        .map(KeyLines::place)
                : Optional.empty();
    }

    private static Place place(NodeTuple tuple) {
        return new Place(tuple.getValueNode(), line(tuple.getKeyNode()));
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
