// A map of positions to draw: made up, with every stance, several positions in a cell, and names long and short.
import type { Position, Positions } from '../../src/cards/map-content.ts';
import type { Document } from '../../src/corpus/document.ts';
import { documentWith, passageOf } from './samples.ts';

const documents = new Map<string, Document>();

/** A position that a made-up passage tells; the words are its whole text. */
function cell(
  party: string,
  proposal: string,
  stance: Position['stance'],
  label: string,
  words: string,
  teller?: string,
): Position {
  const [id = '', paragraph = ''] = label.split(' ¶');
  const document = documents.get(id) ?? documentWith(words, { id });
  documents.set(id, document);
  const passage = { ...passageOf(documentWith(words)), document, paragraph: Number(paragraph) };
  return { party, proposal, stance, passage, start: 0, end: words.length, teller };
}

export const positions: Positions = {
  parties: [
    { id: 'north', name: 'Northland' },
    { id: 'south', name: 'Southland' },
    { id: 'union', name: 'Union of the Eastern Republics' },
    { id: 'isles', name: 'The Isles' },
    { id: 'league', name: 'League' },
  ],
  proposals: [
    { id: 'truce', name: 'A truce before talks' },
    { id: 'guarantees', name: 'Guarantees of the kind of a collective defence, without membership' },
    { id: 'summit', name: 'A summit of three' },
  ],
  cells: [
    cell('isles', 'truce', 'by', 'morning-paper-of-the-isles ¶99', 'tabled a truce'),
    cell('north', 'truce', 'for', 'harbour-statement ¶3', '“The guns must fall silent first”'),
    cell('south', 'truce', 'against', 'evening-news ¶12', 'said a truce “would only be a pause”'),
    cell('union', 'truce', 'conditional', 'evening-news ¶4', 'would agree “if the ports are open”'),
    cell(
      'isles',
      'truce',
      'doubtful',
      'morning-paper-of-the-isles ¶101',
      'supposedly in agreement',
      'a Southland minister',
    ),
    cell('north', 'guarantees', 'for', 'harbour-statement ¶5', '“ironclad”'),
    cell('north', 'guarantees', 'conditional', 'evening-news ¶2', 'once the text is known'),
    cell('league', 'guarantees', 'for', 'harbour-statement ¶6', 'welcomed the guarantees'),
    cell('league', 'guarantees', 'for', 'harbour-statement ¶7', 'repeated it'),
    cell('league', 'guarantees', 'for', 'harbour-statement ¶8', 'repeated it again'),
    cell('league', 'guarantees', 'for', 'harbour-statement ¶9', 'and again'),
    cell('south', 'summit', 'against', 'evening-news ¶14', '“There is nothing to discuss”'),
    cell('isles', 'summit', 'for', 'evening-news ¶15', 'offered to be the host'),
  ],
};
