package org.zhice.server.sheet;

import java.util.List;

/**
 * A map that is a list: places as tiles that stand roughly as they lie, where there is room for it.
 *
 * @param note beneath the heading
 * @param tiles in the order in which they are read
 */
public record TileMap(String title, String note, List<Tile> tiles) {
    static final TileMap NONE = new TileMap("", "", List.of());

    public TileMap {
        tiles = List.copyOf(tiles);
    }

    /**
     * A place.
     *
     * @param number of what is said of it, as people read it
     * @param shade how much that is, from 0 to 3
     * @param row of the map, from 1; 0 if the map does not know the place
     * @param column likewise
     */
    public record Tile(Piece place, String number, int shade, int row, int column) {
        /** Its classes in the style sheet. */
        String style() {
            String shaded = "shade-" + shade;
            return row == 0 ? shaded : shaded + " row-" + row + " column-" + column;
        }
    }
}
