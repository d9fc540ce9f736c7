package org.zhice.store.tdb;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.base.file.AlreadyLocked;
import org.apache.jena.dboe.base.file.ProcessFileLock;

/** A folder that one process holds; the system lets go of it when the process ends, however it ends. */
public final class FolderLock implements AutoCloseable {
    private final ProcessFileLock lock;

    private FolderLock(ProcessFileLock lock) {
        this.lock = lock;
    }

    /** Empty if a process holds the file, be it this one. */
    static Optional<FolderLock> tryLock(Path file) throws IOException {
        make(file);
        try {
            ProcessFileLock lock = ProcessFileLock.create(file.toString());
            if (lock.tryLock()) {
                return Optional.of(new FolderLock(lock));
            }
            ProcessFileLock.release(lock);
        } catch (RuntimeIOException e) {
            throw new IOException(e.getMessage(), e);
        } catch (AlreadyLocked e) {
            // held here: letting go of it now would end the lock of who holds it
        }
        return Optional.empty();
    }

    /** Never opens one that is there: who opens and closes a file ends all locks that his process has on it. */
    private static void make(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // made by an earlier process, or by another one
        }
    }

    @Override
    public void close() {
        ProcessFileLock.release(lock);
    }
}
