package se.brygga.testbed;

/** Entry point of the test bed: {@code demo}, {@code simulators} and {@code bench}. */
public final class Testbed {

    private Testbed() {}

    public static void main(String[] args) {
        System.out.println("Hello");
    }
}
