package se.brygga.simulators.specter;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.SimRequest;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.specter.SpecterSimulator.Call;
import se.brygga.simulators.specter.protocol.FeedQuirk;
import se.brygga.simulators.specter.protocol.SimRefusal;
import se.brygga.simulators.specter.protocol.SimSpecterAnswer;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.protocol.SpecterQuirk;

/** {@code putInfo.asp} and {@code getInfo.asp}: finds the account, keeps its limits, and notes each call. */
final class Scripts {

    private static final int KEPT = 5_000;

    private final Map<Long, Account> accounts;
    private final Clock clock;
    private final Deque<Call> calls = new ArrayDeque<>();
    private final ConcurrentMap<Long, AtomicInteger> running = new ConcurrentHashMap<>();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final ConcurrentMap<Long, AtomicInteger> thisMinute = new ConcurrentHashMap<>();

    Scripts(Map<Long, Account> accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param script {@code putInfo} or {@code getInfo} */
    SimResponse answer(SimRequest request, String script) {
        SpecterParameters p = new SpecterParameters(request);
        String action = p.text("action");
        Account account = p.text("sbmId").matches("\\d{1,9}") ? accounts.get(Long.parseLong(p.text("sbmId"))) : null;
        if (account == null) {
            Quirks usual = SpecterQuirk.asUsual();
            return SimSpecterAnswer.refused(new SimRefusal(SimRefusal.Reason.ACCOUNT, "Okänt SBMID"), usual)
                    .response(p.text("useXML").equals("2"), usual);
        }
        Quirks quirks = account.quirks();
        boolean xml = switch (p.text("useXML")) {
            case "2" -> true;
            case "1" -> script.equals("getInfo") && quirks.is(FeedQuirk.XML_1_ON_READS, "XML");
            default -> false;
        };
        Optional<SimResponse> limit = limit(request, account);
        if (limit.isPresent()) {
            return limit.get();
        }
        AtomicInteger now = running.computeIfAbsent(account.sbmId(), ignored -> new AtomicInteger());
        mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
        SimSpecterAnswer answer;
        try {
            Thread.sleep(quirks.number(SpecterQuirk.LATENCY));
            answer = account.act(script, action, p, xml);
        } catch (SimRefusal refusal) {
            answer = SimSpecterAnswer.refused(refusal, quirks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SimResponse.html(503, "<html><body>503</body></html>");
        } finally {
            now.decrementAndGet();
        }
        note(new Call(account.sbmId(), action, answer.brief()));
        return answer.response(xml, quirks);
    }

    /** O7: limits of calls a minute and of bytes. */
    private Optional<SimResponse> limit(SimRequest request, Account account) {
        int bytes = account.quirks().number(SpecterQuirk.MOST_BODY_BYTES);
        if (bytes > 0 && request.body().length > bytes) {
            return Optional.of(SimResponse.html(413, "<html><body>413</body></html>"));
        }
        int urlBytes = account.quirks().number(SpecterQuirk.MOST_URL_BYTES);
        if (urlBytes > 0 && request.path().length() + 1 + request.rawQuery().length() > urlBytes) {
            return Optional.of(SimResponse.html(414, "<html><body>414</body></html>"));
        }
        int perMinute = account.quirks().number(SpecterQuirk.RATE_LIMIT);
        long minute = clock.instant().getEpochSecond() / 60;
        thisMinute.keySet().removeIf(key -> key / 100_000 != minute);
        int used = thisMinute
                .computeIfAbsent(minute * 100_000 + account.sbmId(), ignored -> new AtomicInteger())
                .incrementAndGet();
        return perMinute > 0 && used > perMinute
                ? Optional.of(SimResponse.html(429, "<html><body>429</body></html>"))
                : Optional.empty();
    }

    private void note(Call call) {
        synchronized (calls) {
            calls.addFirst(call);
            if (calls.size() > KEPT) {
                calls.removeLast();
            }
        }
    }

    List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }
}
