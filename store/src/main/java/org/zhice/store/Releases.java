package org.zhice.store;

import java.util.function.Function;

/** The one door to what is stored: whoever asks the graph anything comes through here. */
public interface Releases {
    /**
     * Lets {@code use} ask the release that is current now. It sees this one release from beginning to end, in one
     * transaction, even if another takes its place meanwhile.
     *
     * @param use called once; the release is not to be kept beyond its return
     * @return what {@code use} returns
     * @throws StoreException if there is no release to ask
     */
    <T> T read(Function<Release, T> use);

    /** The name of the release that is read from now on, told without waiting for anything; empty if that cannot be told. */
    default String current() {
        return "";
    }
}
