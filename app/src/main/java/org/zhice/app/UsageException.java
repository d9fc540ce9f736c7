package org.zhice.app;

/** The command line was given what it cannot use; unlike wrong input, nothing was read. One line, exit code 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String place, String found, String expected) {
        super(place + ": found " + found + ", expected " + expected);
    }
}
