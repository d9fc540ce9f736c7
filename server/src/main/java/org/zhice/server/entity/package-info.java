/**
 * What the graph says of things that stand in an answer: their names, and the evidence for a row.
 */
package org.zhice.server.entity;
