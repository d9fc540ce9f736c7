package org.zhice.loader.input;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * How long one document may be worked on. The thread that is late is left behind and does not keep the program alive: a
 * command ends with it.
 */
public final class TimeLimit {
    private static final int SECONDS = 14;
    /** Regular expressions call themselves for each repetition of a group. */
    private static final long STACK = 64L << 20;

    private TimeLimit() {}

    /**
     * Does some work on a document.
     *
     * @param place of the document
     * @throws InputException as the work does, and if it takes longer
     */
    public static <T> T within(String place, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, "reading " + place, STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw tooMuch(place, "a text that takes more than " + SECONDS + " seconds to read");
        } catch (ExecutionException e) {
            throw cause(e, place);
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + place + " was read", e);
        }
    }

    private static RuntimeException cause(ExecutionException e, String place) {
        if (e.getCause() instanceof RuntimeException cause) {
            return cause;
        }
        return e.getCause() instanceof StackOverflowError
                ? tooMuch(place, "a text whose parts nest too deep")
                : new IllegalStateException(e.getCause());
    }

    private static InputException tooMuch(String place, String found) {
        return new InputException(place, found, "the text of one document without what else the file holds");
    }
}
