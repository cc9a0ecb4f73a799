package se.brygga.testbed.privacy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells who somebody is, and how it is recognised. Accents count for nothing. An e-mail address, its part before the @
 * without the number at its end, a street, a company and their words and names of six letters or more are found anywhere and in
 * any case of letters; a name of five letters as a word of its own; a shorter one as a word of its own in the same case of
 * letters, since "per" is a name and a word. Of numbers the last nine digits count. Towns and postal codes tell nobody.
 */
final class PersonalValues {

    private static final int ANYWHERE = 6;
    private static final int ANY_CASE = 5;
    private static final int DIGITS = 9;

    /** The signs are no part of a word, but of base64, in which short words stand by chance. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}+/_]+");

    /** Longer ones are times in nanoseconds, and hold any nine digits by chance. */
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{6,14}(?!\\d)");

    /** Found text to what it is. */
    private final Map<String, String> anywhere = new LinkedHashMap<>();

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    /**
     * Adds one value.
     *
     * @param field what it is, by Starweb's name
     */
    void add(String field, String value) {
        String known = Encodings.plain(value.strip());
        switch (field) {
            case "email" -> addParts(field, known, List.of(known.replaceAll("\\d*@.*", "")));
            case "phoneNo", "mobilePhoneNo", "nationalIdNo", "vatNo" -> {
                addAnywhere(field, known);
                String digits = known.replaceAll("\\D", "");
                if (digits.length() >= ANYWHERE) {
                    numbers.put(lastDigits(digits), field);
                }
            }
            case "reference", "customInfo1" -> addAnywhere(field, known);
            default -> addParts(field, known, List.of(known.split("[^\\p{L}]+")));
        }
    }

    /** The parts that tell somebody; where one of them is found anywhere, the whole is found with it. */
    private void addParts(String field, String whole, List<String> parts) {
        parts.forEach(part -> addWord(field, part));
        if (parts.stream().noneMatch(part -> part.length() >= ANYWHERE)) {
            addAnywhere(field, whole);
        }
    }

    private void addAnywhere(String field, String text) {
        if (text.length() >= ANYWHERE) {
            anywhere.put(Encodings.lower(text), field);
        }
    }

    /** A street of few letters, "gata" among them, is found by its whole. */
    private void addWord(String field, String word) {
        boolean name = field.endsWith("Name") && !field.equals("companyName");
        if (word.length() >= ANYWHERE) {
            anywhere.put(Encodings.lower(word), field);
        } else if (name && word.length() >= ANY_CASE) {
            words.put(Encodings.lower(word), field);
        } else if (name && word.length() > 1) {
            words.put(word, field);
        }
    }

    private static String lastDigits(String digits) {
        return digits.substring(Math.max(0, digits.length() - DIGITS));
    }

    boolean isEmpty() {
        return size() == 0;
    }

    int size() {
        return anywhere.size() + words.size() + numbers.size();
    }

    /** What of it stands in a text, encoded or not: {@code lastName "Öberg"}, with what stands around it. */
    Set<String> in(String text) {
        String plain = Encodings.plain(Encodings.opened(text));
        String lower = Encodings.lower(plain);
        Set<String> found = new LinkedHashSet<>();
        anywhere.forEach((value, field) -> {
            int at = lower.indexOf(value);
            if (at >= 0) {
                found.add(told(field, value, plain, at));
            }
        });
        for (Matcher word = WORD.matcher(plain); word.find(); ) {
            String field = words.getOrDefault(word.group(), words.get(Encodings.lower(word.group())));
            if (field != null) {
                found.add(told(field, word.group(), plain, word.start()));
            }
        }
        for (Matcher number = NUMBER.matcher(plain); number.find(); ) {
            String field = numbers.get(lastDigits(number.group()));
            if (field != null) {
                found.add(told(field, number.group(), plain, number.start()));
            }
        }
        return found;
    }

    private static String told(String field, String value, String text, int at) {
        String around = text.substring(Math.max(0, at - 60), Math.min(text.length(), at + value.length() + 40));
        return field + " \"" + value + "\" in \"…" + around.replaceAll("\\p{Cntrl}+", " ") + "…\"";
    }
}
