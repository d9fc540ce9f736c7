package org.zhice.store.tdb;

/** A build that is not as it was published, so that nothing it says can be relied on. */
public final class DamagedBuildException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Damage damage;

    /** Takes the damage that was met first. */
    public DamagedBuildException(Damage damage) {
        super(damage.toString());
        this.damage = damage;
    }

    public Damage damage() {
        return damage;
    }
}
