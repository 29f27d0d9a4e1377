/** Writers that are asked over HTTP: servers on this machine or the network, and those who charge. */
package org.filmwright.generate.cloud;
