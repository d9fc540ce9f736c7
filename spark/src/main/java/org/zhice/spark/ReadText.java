package org.zhice.spark;

import java.io.Serializable;
import java.util.List;
import org.zhice.loader.build.QuadLine;
import org.zhice.loader.input.Finding;

/**
 * What came of reading one added text.
 *
 * @param lines what it proves; empty if the tables do not know its document
 * @param findings why it could not be read
 */
record ReadText(List<QuadLine> lines, List<Finding> findings) implements Serializable {}
