package org.zhice.loader.extract;

/**
 * A chapter or a section of a chapter.
 *
 * @param parent id of the chapter, or empty
 * @param ordinal place among its siblings, as printed where that is unique
 * @param titleZh the heading without its number, repaired
 */
public record Section(String id, String document, String parent, int ordinal, String titleZh, Evidence evidence) {}
