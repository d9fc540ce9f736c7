package org.zhice.store.follow;

/**
 * Why the newest release is not taken.
 *
 * @param place the address or file
 * @param found what is there
 * @param expected what should be there
 */
public record Trouble(Kind kind, String place, String found, String expected) {
    /** Whose fault it is. */
    public enum Kind {
        /** The source gives no answer, or not what was asked for. */
        SOURCE,
        /** What came is not what was published. */
        DAMAGED,
        /** The store is for another version of the program. */
        FORM,
        /** The source names an older release than there is here. */
        OLDER,
        /** It cannot be kept here. */
        DISK
    }

    @Override
    public String toString() {
        return place + ": found " + found + ", expected " + expected;
    }

    /** Ends a try to take a release. */
    static final class Met extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Trouble trouble;

        Met(Kind kind, Object place, String found, String expected) {
            super(found);
            this.trouble = new Trouble(kind, place.toString(), found, expected);
        }

        Trouble trouble() {
            return trouble;
        }
    }
}
