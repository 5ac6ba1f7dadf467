;;; What emacs.sh asks of the Emacs that it drives; it never changes a text.  -*- lexical-binding: t -*-
(require 'flymake)
(require 'server)

(setq server-name (getenv "AFTERWORD_SOCKET"))
(server-start)

(defun afterword-test-found (file)
  "The findings in the buffer FILE: RULE SEVERITY TEXT each, in the order of the text."
  (with-current-buffer file
    (mapconcat
     (lambda (one)
       (let ((sent (alist-get 'eglot-lsp-diag (flymake-diagnostic-data one))))
         (format "%s %s %s" (plist-get sent :code) (plist-get sent :severity)
                 (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))))
     (sort (flymake-diagnostics)
           (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))
     "; ")))

(defun afterword-test-underlined (file text)
  "Whether all of TEXT stands underlined in FILE."
  (with-current-buffer file
    (save-excursion
      (goto-char (point-min))
      (and (search-forward text nil t)
           (seq-some (lambda (one)
                       (and (<= (overlay-start one) (match-beginning 0)) (>= (overlay-end one) (match-end 0))
                            (memq (overlay-get one 'face) '(flymake-error flymake-warning flymake-note))
                            t))
                     (overlays-at (match-beginning 0)))))))

(defun afterword-test-announces (capability)
  "Whether the server of this buffer has announced CAPABILITY."
  (and (eglot--server-capable capability) t))

(defun afterword-test-phrases ()
  "What the window of completions offers, a line each."
  (let ((buffer (get-buffer "*Completions*")) phrases)
    (when (and buffer (get-buffer-window buffer t))
      (with-current-buffer buffer
        (save-excursion
          (goto-char (point-min))
          (while (not (eobp))
            (when-let ((phrase (get-text-property (point) 'completion--string)))
              (cl-pushnew (if (consp phrase) (car phrase) phrase) phrases :test #'equal))
            (goto-char (or (next-single-property-change (point) 'completion--string) (point-max)))))))
    (mapconcat #'substring-no-properties (reverse phrases) "\n")))

(defun afterword-test-text (file)
  "Write the text of FILE as it stands in the buffer to $AFTERWORD_TEXT."
  (with-current-buffer file
    (write-region nil nil (getenv "AFTERWORD_TEXT") nil 'silent)))
