package se.brygga.starter.desk.prices;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.brygga.activities.prices.PriceBook;
import se.brygga.workflows.Sku;

/**
 * A file with price lists: {@code priceList;currency;articleNo;fromQty;priceExclVat}, one row a line, in UTF-8 or ISO-8859-1, with
 * decimals by comma or dot, with or without a heading. All mistakes are found at once, and a file with one counts for nothing.
 */
final class PriceFile {

    /** @param remedy what to write instead */
    record Mistake(int line, String problem, String remedy) {
        @Override
        public String toString() {
            return "line " + line + ": " + problem + ". " + remedy + ".";
        }
    }

    /**
     * @param lines the rows; empty when there are mistakes
     * @param mistakes in the order of the lines
     */
    record Result(List<PriceBook.Line> lines, List<Mistake> mistakes) {}

    private static final String HEADING = "priceList;currency;articleNo;fromQty;priceExclVat";
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}([.,]\\d+)?");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<PriceBook.Line> lines = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, String> currencies = new HashMap<>();
    private final Map<List<Object>, Integer> seen = new HashMap<>();

    private PriceFile() {}

    static Result read(byte[] file) {
        PriceFile reading = new PriceFile();
        String[] rows = text(file).split("\\R", -1);
        for (int i = 0; i < rows.length; i++) {
            boolean heading = i == 0 && unquoted(rows[i]).replace(" ", "").equalsIgnoreCase(HEADING);
            if (!rows[i].isBlank() && !heading) {
                reading.row(i + 1, rows[i]);
            }
        }
        if (reading.lines.isEmpty() && reading.mistakes.isEmpty()) {
            reading.mistake(1, "there is no row", "Write one row a line: " + HEADING);
        }
        return new Result(
                reading.mistakes.isEmpty() ? List.copyOf(reading.lines) : List.of(), List.copyOf(reading.mistakes));
    }

    /** What is no UTF-8 is ISO-8859-1: spreadsheets write either, and neither says which. */
    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, StandardCharsets.ISO_8859_1);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String unquoted(String row) {
        return row.replace("\"", "");
    }

    private void row(int line, String row) {
        String[] cells = unquoted(row).split(";", -1);
        if (cells.length != 5) {
            mistake(line, "it has " + cells.length + " columns, not 5", "Write " + HEADING);
            return;
        }
        int before = mistakes.size();
        String list = filled(line, "priceList", cells[0]);
        String currency = currency(line, list, cells[1].strip());
        String articleNo = filled(line, "articleNo", cells[2]);
        Optional<BigDecimal> fromQty = number(line, "fromQty", cells[3].strip());
        Optional<BigDecimal> price = number(line, "priceExclVat", cells[4].strip());
        fromQty.filter(quantity -> quantity.signum() <= 0)
                .ifPresent(quantity -> mistake(line, "fromQty is " + quantity, "Write 1 or more"));
        price.filter(amount -> amount.signum() < 0)
                .ifPresent(amount -> mistake(line, "priceExclVat is " + amount, "Write 0 or more"));
        if (mistakes.size() > before || fromQty.isEmpty() || price.isEmpty()) {
            return;
        }
        Integer first =
                seen.putIfAbsent(List.of(list, Sku.key(articleNo), fromQty.get().stripTrailingZeros()), line);
        if (first == null) {
            lines.add(new PriceBook.Line(list, currency, articleNo, fromQty.get(), price.get()));
        } else {
            mistake(line, "the same list, article and quantity stand in line " + first, "Remove one of them");
        }
    }

    private String filled(int line, String column, String cell) {
        if (cell.isBlank()) {
            mistake(line, column + " is empty", "Fill it in, or remove the line");
        }
        return cell.strip();
    }

    private String currency(int line, String list, String cell) {
        if (!CURRENCY.matcher(cell).matches()) {
            mistake(line, "currency is \"" + cell + "\"", "Write three capital letters, like SEK");
            return cell;
        }
        String first = currencies.putIfAbsent(list, cell);
        if (first != null && !first.equals(cell)) {
            mistake(
                    line,
                    "price list " + list + " is in " + first + " above and in " + cell + " here",
                    "Give each currency a list of its own");
        }
        return cell;
    }

    private Optional<BigDecimal> number(int line, String column, String cell) {
        if (!NUMBER.matcher(cell).matches()) {
            mistake(
                    line,
                    column + " is \"" + cell + "\", which is no number",
                    "Write it without separators of thousands and without a currency, like 1234,50");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(cell.replace(',', '.')));
    }

    private void mistake(int line, String problem, String remedy) {
        mistakes.add(new Mistake(line, problem, remedy));
    }
}
