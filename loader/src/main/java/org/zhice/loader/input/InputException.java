package org.zhice.loader.input;

import java.util.List;
import java.util.stream.Collectors;

/** Tables, documents or the graph made of them break a rule; nothing was built. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** Takes every finding, not only the first; the message has one line for each. */
    public InputException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** One finding. */
    public InputException(Place place, String found, String expected) {
        this(List.of(new Finding(place, found, expected)));
    }

    /** One finding in a file as a whole, or in something that is no file, such as an option. */
    public InputException(String place, String found, String expected) {
        this(Place.of(place), found, expected);
    }

    /** What is wrong, in the order of the input; never empty. */
    public List<Finding> findings() {
        return findings;
    }
}
