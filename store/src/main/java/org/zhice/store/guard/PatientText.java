package org.zhice.store.guard;

/** A text that looks at the clock while it is read: a regular expression over it ends in time, whatever it does. */
final class PatientText implements CharSequence {
    private static final int READ = 1_023;

    private final CharSequence text;
    private final QueryMeter meter;
    private int read;

    PatientText(CharSequence text, QueryMeter meter) {
        this.text = text;
        this.meter = meter;
    }

    @Override
    public char charAt(int index) {
        if ((++read & READ) == 0) {
            meter.check();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
