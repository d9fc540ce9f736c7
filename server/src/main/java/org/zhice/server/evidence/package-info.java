/** What rows rest on: of each the words of a passage, or the place in a document. */
package org.zhice.server.evidence;
