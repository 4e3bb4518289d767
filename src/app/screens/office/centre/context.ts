// Gives every office page the centre; a test gives another.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Centre, createCentre } from './centre.ts';

/** The office is a lazy chunk of its own that takes no props, so the real network is bound here, at its door. */
export const CentreContext = createContext<Centre>(createCentre((...request) => fetch(...request)));

export const useCentre = (): Centre => useContext(CentreContext);
