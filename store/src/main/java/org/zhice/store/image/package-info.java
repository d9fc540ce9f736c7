/**
 * A release as an image in memory: terms are numbers, triples are sorted columns of numbers, and patterns are joined over
 * numbers. Queries see in it what they see in TDB2.
 */
package org.zhice.store.image;
