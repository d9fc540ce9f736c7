/**
 * What the added texts say, beside what the reviewed tables say: where each reviewed row is stated, and where text and
 * tables disagree. {@link org.zhice.loader.evidence.EvidenceTables} feeds a build,
 * {@link org.zhice.loader.evidence.Comparison} a report.
 */
package org.zhice.loader.evidence;
