package org.zhice.loader.build;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work on a thread of its own, beside that of who began it.
 *
 * @param <T> what comes of it
 */
public final class Beside<T> implements AutoCloseable {
    private final FutureTask<T> task;
    private final Thread thread;

    private Beside(String name, Callable<T> work) {
        task = new FutureTask<>(work);
        thread = new Thread(task, name);
    }

    /** Begins. */
    public static <T> Beside<T> begin(String name, Callable<T> work) {
        Beside<T> beside = new Beside<>(name, work);
        beside.thread.setDaemon(true);
        beside.thread.start();
        return beside;
    }

    /**
     * What came of it, as soon as it has ended.
     *
     * @throws RuntimeException what it threw; what is checked comes as the cause of one
     */
    public T outcome() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits for its end, whatever comes of it: nobody takes away what it reads or writes. */
    @Override
    public void close() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for " + thread.getName(), e);
    }
}
