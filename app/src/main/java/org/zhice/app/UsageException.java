package org.zhice.app;

import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Place;

/** The command line was given what it cannot use; unlike wrong input, nothing was read. One line in the language of the user, exit code 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String place, String found, String expected) {
        super(new Finding(Place.of(place), found, expected).toString());
    }
}
