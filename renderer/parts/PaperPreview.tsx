/** The very PDF on the screen: pages below one another, fitted or in true size, saved and printed from here. */

import { useMutation } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { client } from '../client.ts';
import { isDesktop, saveFile, showForPrinting } from '../native.ts';
import { useText } from '../text/index.ts';
import { printText } from '../text/print.ts';
import { Problem } from './Problem.tsx';
import { PdfPage } from './paper/PdfPage.tsx';
import { PrintDialog, type Printed } from './paper/PrintDialog.tsx';
import { PrintedLine } from './paper/PrintedLine.tsx';
import { printedSize } from './paper/printedSize.ts';
import { Switch } from './paper/Switch.tsx';
import { type OpenPdf, usePdf } from './paper/usePdf.ts';
import { isComposing, useShortcuts } from './shortcuts.ts';
import './PaperPreview.css';

/** Screen pixels for one point at 100 %: 96 to the inch against 72. */
const TRUE_SCALE = 96 / 72;
const GAP = 14;

type Props = {
  readonly file: File;
  /** Of a paper that the engine still holds: then some of its pages can be asked for alone. */
  readonly paperId?: string;
  readonly isBatch?: boolean;
  readonly onClose?: () => void;
};

export function PaperPreview({ file, paperId, isBatch = false, onClose }: Props) {
  const { t } = useText(printText);
  const { open, error } = usePdf(file);
  const [isFitted, setFitted] = useState(true);
  const [page, setPage] = useState(1);
  const [wanted, setWanted] = useState({ page: 1 });
  const pages = open?.pdf.numPages ?? 0;
  const [range, setRange] = useState('');
  /** The whole paper, or the pages asked for. */
  async function wantedFile(): Promise<File> {
    if (paperId === undefined || range.trim() === '') return file;
    const part = await client.printing.excerpt({ paperId, pages: range });
    return client.ledgers.fetch({ paperId: part.paperId });
  }
  const save = useMutation({ mutationFn: async () => saveFile(await wantedFile()) });
  const [isPrinting, setPrinting] = useState(false);
  const [printed, setPrinted] = useState<Printed>();
  const show = useMutation({ mutationFn: async () => showForPrinting(await wantedFile()) });
  function print(): void {
    if (!isDesktop()) show.mutate();
    else if (open) setPrinting(true);
  }
  useShortcuts([
    { keys: ['Ctrl+S'], label: t('save'), run: () => save.mutate() },
    { keys: ['Ctrl+P'], label: t('print'), run: print },
    { keys: ['PageUp', 'PageDown', 'Home', 'End'], label: t('keyPages') },
  ]);
  const go = (to: number) => setWanted({ page: Math.min(Math.max(to, 1), pages) });
  return (
    <section className="paper-preview card" aria-label={t('previewOf', { name: file.name })}>
      <div className="paper-bar">
        <b className="paper-name" title={file.name}>
          {file.name}
        </b>
        {onClose && <Button onClick={onClose}>{t('closePreview')}</Button>}
      </div>
      <div className="paper-bar">
        <span className="actions">
          <Button disabled={page <= 1} onClick={() => go(page - 1)}>
            {t('pageBefore')}
          </Button>
          <span role="status" className="number">
            {pages > 0 && t('pageOf', { page, pages })}
          </span>
          <Button disabled={page >= pages} onClick={() => go(page + 1)}>
            {t('pageAfter')}
          </Button>
        </span>
        <Switch
          label={t('size')}
          isLabelShown={false}
          options={['fit', 'true']}
          value={isFitted ? 'fit' : 'true'}
          say={(size) => (size === 'fit' ? t('fitWidth') : '100 %')}
          onChoose={(size) => setFitted(size === 'fit')}
        />
        {paperId !== undefined && pages > 1 && (
          <input
            className="in paper-range"
            aria-label={t('range')}
            placeholder={t('range')}
            title={t('rangeHint')}
            maxLength={100}
            value={range}
            onChange={(event) => setRange(event.target.value)}
          />
        )}
        <span className="actions">
          <Button type={isDesktop() ? 'default' : 'primary'} loading={save.isPending} onClick={() => save.mutate()}>
            {t(isDesktop() ? 'save' : 'download')} <kbd>Ctrl+S</kbd>
          </Button>
          <Button type={isDesktop() ? 'primary' : 'default'} loading={show.isPending} onClick={print}>
            {t('print')} <kbd>Ctrl+P</kbd>
          </Button>
        </span>
      </div>
      {save.data?.path && (
        <p className="paper-said" role="status">
          {t('savedTo', { path: save.data.path })}
        </p>
      )}
      {printed && <PrintedLine printed={printed} />}
      {isPrinting && open && (
        <PrintDialog
          file={file}
          pages={pages}
          size={printedSize(open)}
          range={range}
          wanted={wantedFile}
          isBatch={isBatch}
          onClose={() => setPrinting(false)}
          onDone={(done) => {
            setPrinting(false);
            setPrinted(done);
          }}
        />
      )}
      <Problem error={save.error ?? show.error} />
      {error !== null && <p className="problem-line paper-said">{t('unreadable')}</p>}
      {open === undefined && error === null && (
        <p className="grey paper-said" role="status">
          <Spin size="small" /> {t('drawing')}
        </p>
      )}
      {open && <Pages key={file.name} open={open} isFitted={isFitted} wanted={wanted} onPage={setPage} />}
    </section>
  );
}

type PagesProps = {
  readonly open: OpenPdf;
  readonly isFitted: boolean;
  /** A new object for each wish, so that the same page may be wished for again. */
  readonly wanted: { readonly page: number };
  readonly onPage: (page: number) => void;
};

/** Only the pages near what is seen are drawn, so that six hundred of them cost no more than six. */
function Pages({ open, isFitted, wanted, onPage }: PagesProps) {
  const { t } = useText(printText);
  const pane = useRef<HTMLElement>(null);
  const [view, setView] = useState({ top: 0, width: 0, height: 0 });
  const scale = isFitted ? Math.max(view.width - 2 * GAP, 200) / open.widthPt : TRUE_SCALE;
  const width = Math.round(open.widthPt * scale);
  const height = Math.round(open.heightPt * scale);
  const step = height + GAP;
  const pages = open.pdf.numPages;
  const seen = Math.min(Math.max(Math.floor((view.top + view.height / 2) / step) + 1, 1), pages);

  useLayoutEffect(() => {
    const element = pane.current;
    if (element === null) return;
    const look = () => setView({ top: element.scrollTop, width: element.clientWidth, height: element.clientHeight });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  useEffect(() => onPage(seen), [seen, onPage]);
  const stepNow = useRef(step);
  stepNow.current = step;
  useEffect(() => {
    pane.current?.scrollTo({ top: (wanted.page - 1) * stepNow.current });
  }, [wanted]);

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const to = { PageDown: seen + 1, PageUp: seen - 1, Home: 1, End: pages }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    pane.current?.scrollTo({ top: (Math.min(Math.max(to, 1), pages) - 1) * step });
  }

  const first = Math.max(seen - 2, 1);
  const near = Array.from({ length: Math.min(seen + 2, pages) - first + 1 }, (_, at) => first + at);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={pane} className="paper-pages" tabIndex={0} aria-label={t('pages')} onKeyDown={onKeyDown}>
      <div className="paper-strip" style={{ height: pages * step + GAP, minWidth: width + 2 * GAP }}>
        {view.width > 0 &&
          near.map((number) => (
            <PdfPage
              key={number}
              pdf={open.pdf}
              number={number}
              scale={scale}
              top={GAP + (number - 1) * step}
              width={width}
              height={height}
            />
          ))}
      </div>
    </section>
  );
}
