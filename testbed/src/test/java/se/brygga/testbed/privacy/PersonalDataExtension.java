package se.brygga.testbed.privacy;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import se.brygga.testbed.kit.Apps;

/** Lets every test class of this module look for personal data; JUnit finds it by itself. */
public final class PersonalDataExtension implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        KeptLog.begin();
        Apps.watch(PersonalDataScan::lookThrough);
    }
}
