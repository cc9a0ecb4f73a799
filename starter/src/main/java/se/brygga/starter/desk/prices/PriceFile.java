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
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;

/**
 * A file with price lists: {@code priceList;currency;articleNo;fromQty;priceExclVat}, one row a line. The file is UTF-8
 * or ISO-8859-1, with decimal comma or dot, with or without a heading. All mistakes are found at once, and no row of a
 * file with a mistake counts.
 */
final class PriceFile {

    /**
     * @param lines the rows; empty when there are mistakes
     * @param mistakes in the order of the lines
     */
    record Result(List<PriceBook.Line> lines, List<Refusal> mistakes) {}

    private static final String HEADING = "priceList;currency;articleNo;fromQty;priceExclVat";
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}([.,]\\d+)?");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<PriceBook.Line> lines = new ArrayList<>();
    private final List<Refusal> mistakes = new ArrayList<>();
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
            reading.mistakes.add(Reason.PRICE_FILE_EMPTY.of(HEADING));
        }
        return new Result(
                reading.mistakes.isEmpty() ? List.copyOf(reading.lines) : List.of(), List.copyOf(reading.mistakes));
    }

    /** A file that is not UTF-8 is ISO-8859-1. Spreadsheets write either, and say nowhere which. */
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
            mistakes.add(Reason.PRICE_FILE_COLUMNS.of(line, cells.length, HEADING));
            return;
        }
        int before = mistakes.size();
        String list = filled(line, "priceList", cells[0]);
        String currency = currency(line, list, cells[1].strip());
        String articleNo = filled(line, "articleNo", cells[2]);
        Optional<BigDecimal> fromQty = number(line, "fromQty", cells[3].strip());
        Optional<BigDecimal> price = number(line, "priceExclVat", cells[4].strip());
        fromQty.filter(quantity -> quantity.signum() <= 0)
                .ifPresent(quantity -> mistakes.add(Reason.PRICE_FILE_BELOW_ONE.of(line, "fromQty", quantity)));
        price.filter(amount -> amount.signum() < 0)
                .ifPresent(amount -> mistakes.add(Reason.PRICE_FILE_BELOW_ZERO.of(line, "priceExclVat", amount)));
        if (mistakes.size() > before || fromQty.isEmpty() || price.isEmpty()) {
            return;
        }
        Integer first =
                seen.putIfAbsent(List.of(list, Sku.key(articleNo), fromQty.get().stripTrailingZeros()), line);
        if (first == null) {
            lines.add(new PriceBook.Line(list, currency, articleNo, fromQty.get(), price.get()));
        } else {
            mistakes.add(Reason.PRICE_FILE_TWICE.of(line, first));
        }
    }

    private String filled(int line, String column, String cell) {
        if (cell.isBlank()) {
            mistakes.add(Reason.PRICE_FILE_CELL_EMPTY.of(line, column));
        }
        return cell.strip();
    }

    private String currency(int line, String list, String cell) {
        if (!CURRENCY.matcher(cell).matches()) {
            mistakes.add(Reason.PRICE_FILE_CURRENCY.of(line, cell));
            return cell;
        }
        String first = currencies.putIfAbsent(list, cell);
        if (first != null && !first.equals(cell)) {
            mistakes.add(Reason.PRICE_FILE_TWO_CURRENCIES.of(line, list, first, cell));
        }
        return cell;
    }

    private Optional<BigDecimal> number(int line, String column, String cell) {
        if (!NUMBER.matcher(cell).matches()) {
            mistakes.add(Reason.PRICE_FILE_NO_NUMBER.of(line, column, cell));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(cell.replace(',', '.')));
    }
}
