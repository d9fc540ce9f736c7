package org.zhice.store.tdb;

import java.nio.file.Path;

/**
 * One thing about a build that is not as it was published.
 *
 * @param place the file or folder
 * @param found what is there
 * @param expected what should be there
 */
public record Damage(Path place, String found, String expected) {
    @Override
    public String toString() {
        return place + ": found " + found + ", expected " + expected;
    }
}
