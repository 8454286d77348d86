/** The page of the chosen faces as it would be printed: the very PDF, set anew with each choice. */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import type { TypeChoice } from '../../../electron/domain/typefaces.ts';
import { orpc } from '../../client.ts';
import { saveFile } from '../../native.ts';
import { useText } from '../../text/index.ts';
import { typefacesText } from '../../text/typefaces.ts';
import { Problem } from '../Problem.tsx';
import { PdfPage } from '../paper/PdfPage.tsx';
import { usePdf } from '../paper/usePdf.ts';
import '../PaperPreview.css';

export function Specimen({ faces }: { readonly faces: TypeChoice }) {
  const { t, language } = useText(typefacesText);
  const asked = useQuery(
    orpc.typefaces.specimen.queryOptions({
      input: { ...faces, language },
      placeholderData: keepPreviousData,
      staleTime: 'static',
      gcTime: 60_000,
      retry: false,
    }),
  );
  return (
    <section className="specimen" aria-label={t('specimen')}>
      <div className="list-bar">
        <h2>
          {t('specimen')} <small className="grey">{t('specimenHint')}</small>
        </h2>
        {asked.data !== undefined && (
          <Button size="small" onClick={() => void saveFile(asked.data)}>
            {t('saveSpecimen')}
          </Button>
        )}
      </div>
      <Problem error={asked.error} />
      {asked.data === undefined ? (
        asked.isPending && <Drawing />
      ) : (
        <Page file={asked.data} isOld={asked.isPlaceholderData} />
      )}
    </section>
  );
}

function Drawing() {
  const { t } = useText(typefacesText);
  return (
    <p className="grey paper-said" role="status">
      <Spin size="small" /> {t('drawing')}
    </p>
  );
}

function Page({ file, isOld }: { readonly file: File; readonly isOld: boolean }) {
  const { open, error } = usePdf(file);
  const pane = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = pane.current;
    if (element === null) return;
    const look = () => setWidth(element.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const scale = open === undefined ? 0 : width / open.widthPt;
  return (
    <div ref={pane} className={isOld ? 'specimen-page old' : 'specimen-page'}>
      <Problem error={error} />
      {open === undefined || width === 0 ? (
        <Drawing />
      ) : (
        <PdfPage
          pdf={open.pdf}
          number={1}
          scale={scale}
          top={0}
          width={width}
          height={Math.round(open.heightPt * scale)}
        />
      )}
    </div>
  );
}
