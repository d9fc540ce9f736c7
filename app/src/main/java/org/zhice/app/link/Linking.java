package org.zhice.app.link;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Place;
import org.zhice.store.Kinds;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Release;
import org.zhice.store.find.NameIndex;

/**
 * The matching of a list with a release.
 *
 * @param file the list
 * @param column the column of the names in it
 */
public record Linking(Path file, String column) {
    /**
     * The list with candidates beside its rows, as CSV.
     *
     * @param type the kind of things that the names mean, such as {@code agency}; null for any
     * @throws InputException if it cannot be read, or has these columns already
     */
    public String candidates(Release release, String type) {
        if (type != null && Kinds.of(release).find(type).isEmpty()) {
            throw new InputException(
                    "--type",
                    "\"" + type + "\"",
                    "one of " + String.join(", ", Kinds.of(release).all().keySet()));
        }
        NameList list = NameList.read(file);
        list.header().stream().filter(Candidates.COLUMNS::contains).findFirst().ifPresent(there -> {
            throw new InputException(
                    Place.of(list.file(), 1), "a column \"" + there + "\"", "a list that is not linked yet");
        });
        return Candidates.of(release, type == null ? Set.of() : Set.of(type)).beside(list, column);
    }

    /**
     * The links of a list that {@link #candidates} made and its owner filled in, by the ending of the file to hold them.
     *
     * @param subjects the column of IRIs of the owner's things; null to link the rows
     * @throws InputException if it cannot be read, accepts what is not there, or accepts nothing
     */
    public Map<String, String> links(Release release, String subjects) {
        NameList list = NameList.read(file);
        List<Accepted> accepted = Accepted.of(list, column, subjects, NameIndex.of(release));
        if (accepted.isEmpty()) {
            throw new InputException(
                    Place.of(list.file()).in(Candidates.ACCEPTED), "nothing accepted", "yes beside what is right");
        }
        Map<Node, Label> labels = Labels.of(
                release,
                accepted.stream().map(one -> NodeFactory.createURI(one.thing())).collect(Collectors.toSet()));
        Linkset links =
                new Linkset(accepted, labels, String.valueOf(file.getFileName()), LocalDate.now(ZoneOffset.UTC));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(".sssom.tsv", links.sssom());
        texts.put(".ttl", links.turtle());
        return texts;
    }
}
