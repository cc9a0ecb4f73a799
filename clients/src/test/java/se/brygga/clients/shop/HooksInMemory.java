package se.brygga.clients.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The web hooks of {@link ShopInMemory}. */
public final class HooksInMemory implements ShopHooks {

    public final List<WebHook> all = new ArrayList<>();

    private final Script script;
    private long next = 100;

    HooksInMemory(Script script) {
        this.script = script;
    }

    @Override
    public List<WebHook> webHooks() {
        script.play("webHooks");
        return List.copyOf(all);
    }

    @Override
    public WebHook createWebHook(WebHook wanted) {
        script.play("createWebHook");
        WebHook made = new WebHook(next++, wanted.name(), wanted.event(), wanted.statusId(), wanted.url());
        all.add(made);
        return made;
    }

    @Override
    public WebHook updateWebHook(WebHook wanted) {
        script.play("updateWebHook");
        all.replaceAll(hook -> Objects.equals(hook.webHookId(), wanted.webHookId()) ? wanted : hook);
        return wanted;
    }

    @Override
    public void deleteWebHook(long webHookId) {
        script.play("deleteWebHook");
        all.removeIf(hook -> Objects.equals(hook.webHookId(), webHookId));
    }
}
